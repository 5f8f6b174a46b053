"""Names that people in Sweden have brought from elsewhere, or that are not Swedish."""

from naravard.demo.names.words import words

FINNISH_WOMEN = words("""
    Aino Anja Eeva Helena Hilkka Irja Kaarina Kaija Kirsti Leena Liisa Maija
    Marjatta Marketta Mirja Pirjo Päivi Raija Ritva Sirkka Tuula Tuija Sari Minna
""")
FINNISH_MEN = words("""
    Antti Eero Esa Heikki Ilkka Jari Jorma Juha Jukka Kalevi Kari Markku Matti
    Mikko Olavi Paavo Pekka Pentti Reijo Risto Seppo Tapio Timo Veikko
""")
FINNISH_SURNAMES = words("""
    Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen
    Järvinen Lehtonen Lehtinen Saarinen Salminen Heinonen Niemi Heikkilä Salonen
    Kinnunen Turunen Salo Laitinen Tuominen Rantanen Karjalainen Jokinen Mattila
    Savolainen Lahtinen Ahonen
""")

ARABIC_WOMEN = words("""
    Fatima Maryam Aya Zahra Amina Nour Rana Layla Hanan Iman Samira Huda Salma
    Rasha Dina Amal Zainab Nadia Khadija Suad Farah Reem Lina Sawsan
""")
ARABIC_MEN = words("""
    Ahmad Ali Omar Hassan Hussein Mahmoud Khaled Yousef Ibrahim Mustafa Tareq Samir
    Bilal Karim Nabil Hamza Adnan Faisal Jamal Walid Zaid Rami Fadi Ziad
""")
ARABIC_SURNAMES = words("""
    Al-Hassan Al-Jaberi Haddad Khalil Mansour Saleh Nasser Hamdan Darwish Qasim
    Abbas Aziz Farouk Shahin Sabbagh Al-Khatib Najjar Zaki Issa Mourad Younes
    Barakat Halabi Kassem
""")

SOMALI_WOMEN = words("""
    Hodan Fadumo Amina Halima Ayaan Asha Faiza Hibo Idil Ifrah Khadra Ladan Nimco
    Sagal Sahra Ubah Yasmin Zamzam Deqa Filsan
""")
SOMALI_MEN = words("""
    Abdi Mohamed Ahmed Hassan Ismail Abdullahi Yusuf Mahad Liban Guled Farah Jama
    Mukhtar Nuur Omar Said Warsame Zakaria Bashir Dahir
""")
SOMALI_SURNAMES = words("""
    Abdi Ali Mohamed Hassan Ahmed Warsame Farah Jama Osman Abdullahi Yusuf Hersi
    Mohamud Nur Omar Isse Duale Egal Gedi Barre
""")

BALKAN_WOMEN = words("""
    Amra Azra Emina Lejla Merima Mirela Selma Senada Edina Jasmina Ivana Jelena
    Marija Dragana Sanja Vesna Snežana Alma Amila Belma
""")
BALKAN_MEN = words("""
    Adnan Almir Amir Damir Edin Emir Haris Jasmin Mirsad Nermin Senad Zlatko Goran
    Dragan Ivan Marko Nikola Zoran Kenan Tarik
""")
BALKAN_SURNAMES = words("""
    Begić Delić Hadžić Halilović Hodžić Jukić Kovačević Marić Mehić Mujić Omerović
    Petrović Popović Salihović Suljić Jovanović Nikolić Babić Horvat Zukić
""")

POLISH_WOMEN = words("""
    Agnieszka Anna Barbara Beata Danuta Dorota Ewa Grażyna Halina Iwona Joanna
    Katarzyna Krystyna Magdalena Małgorzata Monika Renata Teresa Urszula Zofia
""")
POLISH_MEN = words("""
    Adam Andrzej Bogdan Dariusz Grzegorz Jacek Jan Jerzy Krzysztof Leszek Marek
    Mariusz Michał Paweł Piotr Rafał Stanisław Tadeusz Tomasz Zbigniew
""")
POLISH_SURNAMES = words("""
    Nowak Wójcik Kowalczyk Woźniak Mazur Krawczyk Kaczmarek Zając Król Wróbel
    Stępień Pawlak Michalak Walczak Sikora Baran Duda Szewczyk Pietrzak Dudek
""")

PERSIAN_WOMEN = words("""
    Azadeh Farideh Fatemeh Leila Mahsa Maryam Mina Nasrin Parisa Roya Sahar Shirin
    Simin Soraya Yasaman Zahra Golnaz Nasim Laleh Mojgan
""")
PERSIAN_MEN = words("""
    Ali Amir Arash Bahram Behrouz Dariush Ehsan Farhad Hamid Hossein Kaveh Mehdi
    Mohsen Navid Omid Parviz Reza Saeed Siavash Vahid
""")
PERSIAN_SURNAMES = words("""
    Ahmadi Akbari Bahrami Ebrahimi Farahani Ghorbani Hashemi Hosseini Jafari Karimi
    Mohammadi Moradi Mousavi Nazari Rahimi Rezaei Sadeghi Shirazi Tehrani Zamani
""")

KURDISH_WOMEN = words("""
    Berivan Dilan Evin Hêvî Jiyan Leyla Narin Rojin Rozerin Shilan Sirwa Shno Zilan
    Avin Chiman
""")
KURDISH_MEN = words("""
    Azad Baran Ciwan Diyar Hiwa Karwan Rebin Rizgar Serhat Sherko Shwan Welat Zana
    Aram Dara
""")
KURDISH_SURNAMES = words("""
    Aziz Barzan Botan Demir Hawrami Jaff Karim Kaya Mirza Rasul Sharif Sindi Tofiq
    Yildiz Zebari
""")

TURKISH_WOMEN = words("""
    Ayşe Elif Emine Esra Fatma Hatice Meryem Sevgi Songül Yasemin Zeynep Gülsüm
    Hülya Leyla Selin
""")
TURKISH_MEN = words("""
    Ahmet Ali Burak Cem Emre Hakan Hasan Kemal Mehmet Murat Mustafa Orhan Serkan
    Yusuf Osman
""")
TURKISH_SURNAMES = words("""
    Aksoy Arslan Aydin Celik Doğan Kaplan Kiliç Koç Öztürk Polat Şahin Yilmaz Yildirim
    Özdemir Çetin
""")

TIGRINYA_WOMEN = words("""
    Abeba Almaz Bisrat Eden Feven Freweini Helen Lemlem Luwam Mebrat Rahel Saba
    Selam Senait Winta
""")
TIGRINYA_MEN = words("""
    Abel Amanuel Bereket Dawit Filmon Habtom Isaias Kidane Medhane Mehari Robel
    Samuel Tesfay Yonas Yohannes
""")
TIGRINYA_SURNAMES = words("""
    Abraha Berhane Gebremedhin Ghebreab Haile Habte Kidane Mehari Negash Tekle
    Tesfamariam Tewolde Weldu Woldegebriel Zerai
""")

UKRAINIAN_WOMEN = words("""
    Olena Iryna Natalija Oksana Svitlana Tetjana Ljudmyla Halyna Julija Kateryna
    Marija Nadija Daryna Solomija Vira
""")
UKRAINIAN_MEN = words("""
    Andrij Bohdan Dmytro Ihor Ivan Mykola Oleh Oleksandr Petro Roman Serhij Taras
    Vasyl Volodymyr Jurij
""")
UKRAINIAN_SURNAMES = words("""
    Bondarenko Boyko Kovalenko Kravchenko Lysenko Marchenko Melnyk Moroz Oliynyk
    Petrenko Rudenko Savchenko Shevchenko Tkachenko Polishchuk
""")

SAMI_WOMEN = words("""
    Áile Biret Elle Gáddjá Ibbá Inger-Anne Láilá Márjá Máret Risten Sárá Sunná Ánne
    Elle-Máret Rávdná
""")
SAMI_MEN = words("""
    Áilo Ánte Biera Ánde Issát Juhán Jovnna Lásse Mihkkal Máhtte Nilas Niillas Per-Ánte
    Sámmol Heaika
""")
SAMI_SURNAMES = words("""
    Blind Kuhmunen Labba Omma Päiviö Sarri Skaltje Skum Sunna Svonni Tuolja Utsi
    Valkeapää Åhrén Baer
""")
