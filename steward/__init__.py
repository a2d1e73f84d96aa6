"""What only the steward sees: the command line that turns incidents into a release and a release into files."""
