"""The administrator's description of attributes: the key `fields` of a policy file."""
