"""Experiment: can tuberculosis be told on films when all positives come from one source?"""
