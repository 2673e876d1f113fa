"""What is written where nothing is known."""

UNKNOWN = frozenset(
    """
    ?,??,???,-,–,~,null,none,no,unknown,unclear,not known,not known yet,not said,didn't say,open
    did not say,don't know,dunno,no idea,tbd,tba,tbc,n/a,na,soon,asap,as soon as possible,shortly
    in due course,false,not yet,not discussed,didn't ask,did not ask,forgot to ask,not mentioned
    not given,none given,not sure,unsure,no date,to be confirmed,to be decided,to be announced
    to be determined,pending,they didn't say,they did not say,not specified,unspecified
    no timeline,no timeline given,not given yet,in due time,rolling,rolling basis,ask
    not decided,not yet decided,will let me know,they'll let me know,they will let me know
    will be in touch,they'll be in touch,they will be in touch
    """.replace("\n    ", ",").split(",")
)
"""Words for a day that nobody has named, lower case; the empty text is one."""
