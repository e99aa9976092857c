"""What an editor of an article is offered: proposals with their evidence, never changes."""
