"""By what reports were made beside their period; of those seen before nobody knows."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("runs", sa.Column("selection", sa.Text(), nullable=True))
