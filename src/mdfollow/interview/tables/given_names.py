"""Given names, to tell "Lind, Mara" (one person) from "Dana, Sam" (two)."""

from mdfollow.interview.tables import vocabulary

GIVEN_NAMES = vocabulary(
    """
    aaron abby abdullah abigail adam aditya adrian adriana agnes ahmed aidan aisha akira alan albert
    alejandra alejandro alex alexa alexander alexandra alexis ali alice alicia alina alison allison
    alma amanda amara amber amelia amina amir amit amy ana anand anastasia andrea andreas andrei
    andrew andy angela angelika anil anita anja ann anna anne annette annika anthony antoine anton
    antonia antonio anya arjun arne art arthur arun asha ashley astrid audrey axel ayesha barbara
    bart beatrice beatriz becky ben benjamin benoit bernd bernard beth bettina bev beverly bianca
    bill bjorn björn bob bonnie boris brad brandon brenda brian bridget bruce bruno bryan caleb
    camila camille carl carla carlos carmen carol caroline carolyn carsten catalina catherine cathy
    cecilia celine cem chad chantal charles charlie charlotte chidi chloe chris christa christian
    christina christine christoph christopher cindy claire clara claudia claus clemens colin colleen
    connie connor corinna craig cynthia daisy dan dana daniel daniela danielle darius darren dave
    david dawn dean debbie deborah declan deepa deepak denise dennis derek devon diana diane diego
    dieter dimitri dirk dmitri dominic don donald donna doris dorothy doug douglas duncan dylan
    ebony ed eddie edgar edith eduardo edward edwin eileen elaine elena eli elias elijah elisa
    elisabeth elizabeth ella ellen ellie elsa emily emma eric erica erik erika erin ernest esra
    esther ethan eva evan eve evelyn fabian fatima felicia felix fernando fiona florence florian
    frances francesca francis francisco frank franz fred frederik frida friederike gabriel gabriela
    gary gavin gemma geoff george georgia gerald gerd gina giovanni giulia gloria gordon grace
    graham greg gregory greta grit guido guillaume gunnar gustavo guy hakan hana hannah hans harald
    harold harriet harry hassan heather hector heidi heike helen helena helga henry hiroshi holger
    holly hope howard hugh hugo ian ibrahim igor imran ines ingrid irene irina iris isaac isabel
    isabella isla ivan ivana jack jackie jacob jacqueline jaime jake jakob jamal james jamie jan
    jana jane janet janice jared jasmin jasmine jason javier jean jeff jeffrey jelena jen jennifer
    jenny jens jeremy jerome jerry jess jesse jessica jill jim jimmy jo joan joanna jochen joe joel
    johan johanna john johnny jon jonas jonathan jordan jorge jose josé josef joseph josh joshua
    joy joyce juan judith judy julia julian julie juliet julius jürgen justin kai karen karim karin
    karl karla karsten kate katharina katherine kathleen kathrin kathy katie katja katrin kavita
    kay keith kelly ken kenji kenneth kerstin kevin khalid kiran klaus kristin kristina kumar kurt
    kyle lana lars laura lauren laurent layla lea leah lee leila lena leo leon leonard leonie leslie
    lewis liam liang lily lina linda lisa liz lorenzo lori louis louise luca lucas lucia lucy luis
    luisa luke luna lutz lydia lynn mads magda magnus mahmoud maja malte manfred manuel mara marc
    marcel marco marcus margaret margit maria marie marina mario marion mark markus marta martha
    martin martina mary mateo mathias matt matteo matthew matthias maureen maurice max maya megan
    mehmet mei melanie melissa mia michael michaela michel michelle miguel mike mila milan mina
    miriam mohamed mohammed moira molly mona monica monika morgan moritz muhammad murat nadia nadine
    nancy naomi natalia natalie natasha nathan neil nele nia nicholas nick nicola nicolas nicole
    nigel nikhil nikolai nils nina noah noel nora norbert norman nuria oleg olga oliver olivia
    olufemi omar oscar otto owen pablo paige pam pamela paola pascal pat patricia patrick paul paula
    paulina pedro penny peter petra phil philip philipp philippa phoebe pia pierre piotr polly
    pradeep priya quentin rachel rafael rahul rainer raj rajesh ralf ralph ramon raphael raquel ravi
    ray raymond rebecca regina rené renata rhea ricardo richard rick rita rob robert roberto robin
    rodrigo roger rohan roland rolf roman ron ronald rosa rosalind rose rosemary ross roy ruben
    rudolf russell ruth ryan sabine sabrina sally sam samantha samir samuel sandra sandy sanjay sara
    sarah sascha scott sean sebastian serena sergei sergio seth shane shannon sharon shaun shawn
    sheila shirley shreya silke silvia simon simone sina siobhan siobhán sofia sofie sonia sonja
    sophia sophie stacy stefan stefanie stella stephan stephanie stephen steve steven stuart sue
    suki sunil susan susanne suzanne sven svenja sylvia tamara tania tanja tanya tara tariq tasha
    taylor ted teresa terry tessa theo theresa thomas thorsten tiffany till tilly tim timo timothy
    tina tobias todd tom tomas tomás tony tracy trevor tristan tyler udo ulf ulla ulrich ulrike
    ursula ute valentina valeria valerie vanessa vera veronica vicky victor victoria vijay vikram
    vincent viola violet virginia vivian vladimir volker walter wanda wayne wendy werner wesley will
    william winston wolfgang xavier yann yasmin yolanda yusuf yvonne zach zara zoe zoë zofia
    """
)
"""Frequent given names of many languages; a name that is missing here may still be one."""
