"""What the steward's page is made of: forms, what is shown of each step, what a session holds. Streamlit is here."""
