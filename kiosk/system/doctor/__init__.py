"""Looks this machine over: which dangers the system holds off, which not, and what to type against them.

Nothing is changed, nothing is sent, and nothing that hangs keeps the doctor for long.
"""
