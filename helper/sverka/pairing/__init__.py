"""Who may ask the helper: browsers by their code, token and proof, the operator by a ticket."""
