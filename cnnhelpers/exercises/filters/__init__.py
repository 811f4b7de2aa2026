"""What filters learn: templates, occlusion, saliency, and a drawing in the form of the data."""
