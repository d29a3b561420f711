"""Groups that became part of another."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("groups") as groups:
        groups.add_column(sa.Column("merged_into", sa.Integer(), nullable=True))
        groups.create_foreign_key("fk_groups_merged_into", "groups", ["merged_into"], ["id"])
        groups.create_index("ix_groups_merged_into", ["merged_into"], unique=False)
