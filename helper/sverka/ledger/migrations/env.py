"""What Alembic runs: the steps on the connection it is handed, within its one transaction."""

from alembic import context

from sverka.ledger.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
