"""What people open in a spreadsheet program: safe cells, books that read well."""
