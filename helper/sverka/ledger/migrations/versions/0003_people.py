"""The people of cards and lists; their accounts may stand in no report."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column(
        "arrivals", sa.Column("kind", sa.String(32), nullable=False, server_default="report")
    )
    with op.batch_alter_table("accounts") as accounts:
        accounts.alter_column("last_run_id", existing_type=sa.Integer(), nullable=True)
        accounts.add_column(sa.Column("seen_at", sa.DateTime(), nullable=True))
    op.create_table(
        "profiles",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("snils", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("class_name", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("departed", sa.Boolean(), nullable=False),
        sa.Column("links", sa.String(32), nullable=True),
        sa.Column("findings", sa.Integer(), nullable=True),
        sa.Column("card_seen_at", sa.DateTime(), nullable=True),
        sa.Column("user", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        sa.PrimaryKeyConstraint("account_id"),
    )
    op.create_index("ix_profiles_person_id", "profiles", ["person_id"], unique=False)

    op.create_table(
        "search_keys",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"]),
        sa.PrimaryKeyConstraint("digest", "account_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_search_keys_account_id", "search_keys", ["account_id"], unique=False)

    op.create_table(
        "kinships",
        sa.Column("parent_id", sa.Integer(), nullable=False),
        sa.Column("child_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["accounts.id"]),
        sa.ForeignKeyConstraint(["child_id"], ["accounts.id"]),
        sa.PrimaryKeyConstraint("parent_id", "child_id"),
    )
    op.create_index("ix_kinships_child_id", "kinships", ["child_id"], unique=False)
