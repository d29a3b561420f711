"""Going to a page by POST, as the classic pages go from one to another."""

from playwright.sync_api import Page

_POST = """
([address, fields]) => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: address });
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement("input"), { name, value }));
  }
  document.body.append(form);
  form.submit();
}
"""


def post(page: Page, address: str, **fields: str) -> None:
    """Send the fields to the address and wait until its page is there."""
    with page.expect_navigation():
        page.evaluate(_POST, [address, fields])
