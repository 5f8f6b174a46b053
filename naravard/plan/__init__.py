"""One plan around one person (samordnad plan): SIP, patientkontrakt and the others."""
