"""Words of company names."""

from mdfollow.interview.tables import vocabulary

LEGAL_FORMS = vocabulary(
    """
    ab ag aps as asa bhd bv co company corp corporation cv eg ev gbr gmbh inc incorporated kft kg
    kgaa kk lda limited llc llp lp ltd ltda mbh nv oe ohg oy oyj plc pte pty pvt sa sae sas sarl
    sdn se sl spa spzoo sro srl ug zrt
    """
)
"""What a company's name may end with and still be the same company; dots left out."""

JOINERS = frozenset(("&", "+", "and", "und", "et", "y"))
"""What may stand between two legal forms, or between the name and one."""
