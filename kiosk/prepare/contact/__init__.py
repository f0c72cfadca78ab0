"""The rules of contact details: what staff wrote becomes a value of the edition, or a Fault that says how to mend it."""
