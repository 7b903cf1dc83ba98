"""Statements are linked to their conditions and figures."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column, text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NONE_TOLD = text("'[]'")  # what readings made before this step know of them


def upgrade() -> None:
    """Add the two columns."""
    op.add_column("statements", Column("conditions", JSON, server_default=_NONE_TOLD))
    op.add_column("statements", Column("figures", JSON, server_default=_NONE_TOLD))


def downgrade() -> None:
    """Take them out again."""
    for name in ("figures", "conditions"):
        op.drop_column("statements", name)
