"""Codes, clients, proofs, tickets and visits, without any HTTP."""
