"""Swedish names: the most common first in each list."""

from naravard.demo.names.words import words

# Given names by the years of birth in which they were given most.
WOMEN_TO_1939 = words("""
    Maria Anna Margareta Elisabeth Karin Ingrid Birgitta Kerstin Gunborg Britta Ulla
    Inga Gun Margit Greta Astrid Svea Elsa Aina Maj Rut Vera Siv Ingegerd Gunhild
    Märta Sonja Barbro Gunvor Berit Solveig Dagny Elvy Edit Signe Linnéa Hjördis
""")
WOMEN_1940_1959 = words("""
    Margareta Elisabeth Birgitta Kerstin Karin Eva Marianne Ingrid Gunilla Lena
    Monica Inger Ulla Christina Barbro Anita Berit Yvonne Gun Agneta Britt Siv
    Gunnel Irene Ann-Marie Maud Kristina Solveig Lisbeth Ingela Ewa Anne Maj-Britt
    Bodil Carin Annika
""")
WOMEN_1960_1979 = words("""
    Maria Anna Lena Åsa Annika Susanne Helena Ulrika Karin Anette Carina Marie
    Camilla Pia Malin Jenny Linda Sofia Cecilia Annelie Petra Katarina Johanna
    Therese Monica Charlotte Veronica Marina Jessica Ingela Helene Erika Åse
    Madeleine Lotta Kristina Anneli
""")
WOMEN_1980_1999 = words("""
    Emma Johanna Sara Elin Linnea Jenny Hanna Amanda Matilda Frida Sofia Josefin
    Malin Ida Lisa Julia Felicia Caroline Rebecka Sandra Moa Evelina Jennifer
    Emelie Klara Lovisa Viktoria Angelica Cornelia Ellen Agnes Ebba Louise Nathalie
    Michaela Olivia Tove
""")
WOMEN_FROM_2000 = words("""
    Alice Maja Ella Alma Elsa Wilma Vera Astrid Ebba Saga Freja Olivia Agnes Julia
    Selma Signe Stella Lilly Ester Leah Ines Molly Iris Nova Tuva Edith Juni Sigrid
    Tyra Lova Meja Thea Elvira Nellie Majken Luna Siri Svea
""")
MEN_TO_1939 = words("""
    Karl Erik Lars Sven Nils Gunnar Olof Bengt Åke Arne Bertil Stig Rune Gösta
    Göran Ingvar Hans Bo Rolf Lennart Sture Harry Ivar Allan Evert Ragnar Folke
    Börje Tage Helge Valter Torsten Einar Sigvard Ossian Elof Holger Hilding Yngve
""")
MEN_1940_1959 = words("""
    Lars Karl Per Jan Anders Hans Bengt Göran Lennart Leif Bo Ulf Kjell Stig Sven
    Christer Rolf Tommy Kent Roland Ingemar Håkan Roger Gunnar Björn Mats Tomas
    Kenneth Sten Arne Rune Ove Börje Staffan Claes Hasse
""")
MEN_1960_1979 = words("""
    Anders Mikael Peter Thomas Fredrik Magnus Stefan Per Mats Jonas Henrik Johan
    Martin Daniel Mattias Niklas Christer Jörgen Tony Patrik Andreas Håkan Ulf
    Roger Robert Jimmy Urban Marcus Joakim Tommy Lars Torbjörn Conny Dan Jens Ola
""")
MEN_1980_1999 = words("""
    Johan Erik Andreas Daniel Emil Viktor Simon Oskar Alexander Anton Marcus
    Sebastian Robin Jonathan Gustav Filip Jesper Christoffer Linus Rasmus Joel
    Tobias Adam David Niklas Kevin Jakob Albin Axel Hampus Pontus Elias Ludvig
    Dennis Isak Mattias Max
""")
MEN_FROM_2000 = words("""
    William Lucas Liam Noah Hugo Oliver Elias Adam Oscar Alexander Leo Theo Nils
    Vincent Arvid Axel Frans Sam Melvin Edvin Sixten Ludvig August Vidar Gustav
    Harry Loke Viggo Melker Malte Ebbot Algot Valdemar Sigge Kasper Love Charlie
    Alvin Ture Folke Walter Tage Otto Henry Ebbe
""")

# The first score are patronymics, which about a third of the Swedish have.
SURNAMES = words("""
    Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson
    Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson Jönsson Carlsson
    Petersson Magnusson Olofsson Lindberg Lindström Lindqvist Lindgren Axelsson
    Berg Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson
    Sandberg Henriksson Forsberg Sjöberg Wallin Engström Danielsson Eklund Håkansson
    Lundin Gunnarsson Holm Björk Bergman Samuelsson Fransson Wikström Isaksson
    Bergqvist Arvidsson Nyström Holmberg Löfgren Söderberg Nyberg Blomqvist
    Claesson Nordström Mårtensson Lundström Eliasson Pålsson Viklund Björklund
    Berggren Sandström Lund Nordin Ström Åberg Hermansson Ekström Falk Holmgren
    Sundberg Hedlund Dahlberg Hellström Sjögren Ek Blom Abrahamsson Öberg Månsson
    Ivarsson Andreasson Åkesson Strömberg Jakobsson Hansen Åström Ekman
    Lindholm Jonasson Sundström Dahl Ottosson Rosén Dahlström Hedberg Moberg
    Ågren Melin Palm Hallberg Boström Wallén Näslund Alm Roos Hedman Lindahl
    Wahlström Forslund Bjurström Ahlström Skoglund Stenberg Hägglund Ekberg Borg
    Strand Frank Edlund Blixt Sundin Granberg Söderström Rydberg Hagberg Asplund
    Malm Lilja Backman Edström Westerlund Gren Östlund Ohlsson Bergsten Almgren
    Kvist Friberg Nyman Lundmark Törnqvist Hallgren Ståhl Franzén Wiklund Sundqvist
    Grahn Fors Lindell Brodin Tjäder Ljungberg Ljung Englund Thunberg Rehn Hall
    Westman Winberg Vallin Zetterberg Åhman Wennberg Kjellberg Rask Modig Frisk
    Stark Sköld Svärd Hjelm Lans Spjut Ask Alström Granlund Granqvist Hultgren
    Hultman Hultqvist Hedin Hedström Ekdahl Ekholm Ekblad Elfström Elfving Dahlgren
    Dahlin Dalman Byström Brolin Broman Brandt Bolin Bodin Bladh Björkman Björnsson
    Billström Bergvall Berntsson Beckman Bäckström Bäck Assarsson Aronsson Arnesson
    Algotsson Adolfsson Aldén Ahlgren Ahlberg Åkerberg Åkerlund Åkerström Öhman
    Öhrn Östberg Österberg Östman Wiberg Wickman Wester Westin Westberg Wetterlund
    Werner Wendel Welin Walldén Wahlgren Wahlberg Vestergren Vesterlund Vikberg
    Uhlin Törnblom Törnkvist Tornberg Thorell Thorsell Tegnér Tapper Tallberg
    Sääf Säfström Söderlund Söderqvist Sylvén Sundell Sundgren Strandberg Stenström
    Stenman Stenlund Staaf Sparrman Sonesson Sjöstrand Sjöström Sjölund Sjölin
    Sjödin Selander Sandgren Sandell Sahlin Rystedt Rydén Rundqvist Rosengren
    Rosenlund Rosell Ringström Renström Ramberg Palmqvist Palmgren Ohlin Nylander
    Nylén Nordlund Nordgren Nordqvist Norling Molin Mellgren Löfqvist Lövgren Lidén
    Lindblom Liljegren Lagerqvist Kullberg Kronberg Klang Kihlström Hörnqvist
""")
