"""HTML of СГО's pages → records. The only room of the helper that knows the site's markup."""
