"""People are kept by the block that they were solved in, with the pairs that a reviewer should look at."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column, Float, String

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the table; people of before belong to no block, so they are solved anew."""
    op.add_column("known_people", Column("block", String, nullable=False, server_default=""))
    op.create_index("ix_known_people_block", "known_people", ["block"])
    op.create_table(
        "person_suggestions",
        Column("id", String, primary_key=True),
        Column("block", String, nullable=False),
        Column("score", Float, nullable=False),
        Column("content", JSON, nullable=False),
    )
    op.create_index("ix_person_suggestions_block", "person_suggestions", ["block"])


def downgrade() -> None:
    """Take them out again."""
    op.drop_table("person_suggestions")
    op.drop_index("ix_known_people_block", "known_people")
    op.drop_column("known_people", "block")
