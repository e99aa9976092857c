"""What `jianzhu suggest` proposes for articles that are held out, beside what their editors recorded."""
