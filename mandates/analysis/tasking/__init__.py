"""The parts of step 3: where a mission's tasks stand, and with what strength, until when and on what authority."""
