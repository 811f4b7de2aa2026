"""What is wrong with an answer that no known mistake gives: from outside, then from its source.

Each module asks one question and answers with a :class:`~cnnhelpers.check.diagnosis.sign.Sign`, or
None when it is not sure.
"""
