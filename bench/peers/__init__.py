"""Other ways to protect the same counts, each as its field uses it, and what is measured of them and of ours."""
