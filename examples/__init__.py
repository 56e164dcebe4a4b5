"""The demo pages and the small back end they talk to."""
