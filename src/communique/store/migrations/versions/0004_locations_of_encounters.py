"""Encounters know which place of the world they were at."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("encounters", Column("location", JSON))


def downgrade() -> None:
    """Take it out again."""
    op.drop_column("encounters", "location")
