"""What screens are made of. A widget knows no sibling, no app, no file and no database."""
