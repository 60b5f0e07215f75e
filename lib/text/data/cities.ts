/** Cities of 300,000 inhabitants or more that are no capital: name|country, a line each (facts from GeoNames). */
export const CITIES = `
Abadan|Iran
Aba|Nigeria
Abeokuta|Nigeria
Abidjan|Ivory Coast
Abobo|Ivory Coast
Abomey-Calavi|Benin
Abū Ghurayb|Iraq
Acapulco de Juárez|Mexico
Ad Dīwānīyah|Iraq
Adana|Türkiye
Adelaide|Australia
Aden|Yemen
Ado-Ekiti|Nigeria
Agadir|Morocco
Agra|India
Aguascalientes|Mexico
Ahmadnagar|India
Ahmedabad|India
Ahvaz|Iran
Ajman City|United Arab Emirates
Ajmer|India
Akita|Japan
Akola|India
Aksu|China
Akure|Nigeria
Al Aḩmadī|Kuwait
Al Başrah al Qadīmah|Iraq
Al Fayyūm|Egypt
Al Hoceïma|Morocco
Al Kharj|Saudi Arabia
Al Kūt|Iraq
Al Manşūrah|Egypt
Al Mawşil al Jadīdah|Iraq
Al Maḩallah al Kubrá|Egypt
Al Qadarif|Sudan
Al Ḩudaydah|Yemen
Albuquerque|United States
Aleppo|Syria
Alexandria|Egypt
Alicante|Spain
Allahābād|India
Almaty|Kazakhstan
Alīgarh|India
Amagasaki|Japan
Ambattūr|India
Ambon|Indonesia
Amritsar|India
Amrāvati|India
Anaheim|United States
Ananindeua|Brazil
Andijon|Uzbekistan
Anqing|China
Ansan-si|South Korea
Anshan|China
Anshun|China
Antalya|Türkiye
Antipolo|Philippines
Antofagasta|Chile
Antwerpen|Belgium
Anyang-si|South Korea
Anyang|China
Anápolis|Brazil
Aparecida de Goiânia|Brazil
Aracaju|Brazil
Ardabīl|Iran
Arequipa|Peru
Arlington|United States
Armenia|Colombia
Arusha|Tanzania
Arāk|Iran
As Sulaymānīyah|Iraq
Asahikawa|Japan
Astrakhan|Russia
Asyūţ|Egypt
Ataşehir|Türkiye
Atlanta|United States
Auckland|New Zealand
Aurangabad|India
Aurora|United States
Austin|United States
Azcapotzalco|Mexico
Bacolod City|Philippines
Bacoor|Philippines
Bahawalpur|Pakistan
Bahçelievler|Türkiye
Baicheng|China
Bakersfield|United States
Balikpapan|Indonesia
Baltimore|United States
Bamenda|Cameroon
Bandar Abbas|Iran
Bandar Lampung|Indonesia
Bandung|Indonesia
Banjarmasin|Indonesia
Banqiao|Taiwan
Baoding|China
Baotou|China
Barcelona|Spain
Barddhamān|India
Bareilly|India
Barinas|Venezuela
Barnaul|Russia
Barquisimeto|Venezuela
Barranquilla|Colombia
Basrah|Iraq
Batam|Indonesia
Batikent|Türkiye
Batman|Türkiye
Battagram|Pakistan
Bauchi|Nigeria
Bauru|Brazil
Bayan Nur|China
Bağcılar|Türkiye
Beira|Mozambique
Bekasi|Indonesia
Belford Roxo|Brazil
Belgaum|India
Belgorod|Russia
Bellary|India
Bello|Colombia
Belo Horizonte|Brazil
Belém|Brazil
Bengaluru|India
Bengbu|China
Benghazi|Libya
Bengkulu|Indonesia
Benin City|Nigeria
Benito Juarez|Mexico
Benito Juárez|Mexico
Benoni|South Africa
Benxi|China
Betim|Brazil
Bhavnagar|India
Bhayandar|India
Bhilai|India
Bhimbar|Pakistan
Bhiwandi|India
Bhopal|India
Bhubaneshwar|India
Bhāgalpur|India
Bhātpāra|India
Bhīlwāra|India
Bielefeld|Germany
Bilbao|Spain
Bilimora|India
Birkenhead|United Kingdom
Birmingham|United Kingdom
Biskra|Algeria
Biên Hòa|Vietnam
Biñan|Philippines
Blantyre|Malawi
Bobo-Dioulasso|Burkina Faso
Bochum-Hordel|Germany
Bochum|Germany
Bogor|Indonesia
Boksburg|South Africa
Bokāro|India
Bologna|Italy
Bonn|Germany
Borivli|India
Boston|United States
Botshabelo|South Africa
Bouaké|Ivory Coast
Boumerdas|Algeria
Brahmapur|India
Brakpan|South Africa
Brampton|Canada
Bremen|Germany
Brent|United Kingdom
Brest|Belarus
Brisbane|Australia
Bristol|United Kingdom
Brno|Czechia
Brooklyn|United States
Bryansk|Russia
Bucaramanga|Colombia
Bucheon-si|South Korea
Budta|Philippines
Bujumbura|Burundi
Bulawayo|Zimbabwe
Buraydah|Saudi Arabia
Bursa|Türkiye
Busan|South Korea
Butuan|Philippines
Bydgoszcz|Poland
Bīkaner|India
Cabuyao|Philippines
Cagayan de Oro|Philippines
Calabar|Nigeria
Calamba|Philippines
Calgary|Canada
Cali|Colombia
Callao|Peru
Caloocan City|Philippines
Camagüey|Cuba
Camayenne|Guinea
Campina Grande|Brazil
Campinas|Brazil
Campo Grande|Brazil
Campos dos Goytacazes|Brazil
Cancún|Mexico
Cangzhou|China
Canoas|Brazil
Carapicuíba|Brazil
Cardiff|United Kingdom
Carrefour|Haiti
Cartagena|Colombia
Casablanca|Morocco
Caxias do Sul|Brazil
Cebu City|Philippines
Celaya|Mexico
Chandigarh|India
Changchun|China
Changde|China
Changsha|China
Changshu City|China
Changwon|South Korea
Changzhi|China
Changzhou|China
Chaoyang|China
Chaozhou|China
Charlotte|United States
Cheboksary|Russia
Chelyabinsk|Russia
Chengde|China
Chengdu|China
Chennai|India
Cheonan|South Korea
Cheongju-si|South Korea
Cherepovets|Russia
Chernihiv|Ukraine
Chiba|Japan
Chicago|United States
Chiclayo|Peru
Chifeng|China
Chihuahua|Mexico
Chimbote|Peru
Chinju|South Korea
Chisinau|Moldova
Chita|Russia
Chittagong|Bangladesh
Chitungwiza|Zimbabwe
Chongjin|North Korea
Chongqing|China
Christchurch|New Zealand
Chānda|India
Cimahi|Indonesia
City of Balikpapan|Indonesia
Ciudad Apodaca|Mexico
Ciudad Bolívar|Venezuela
Ciudad General Escobedo|Mexico
Ciudad Guayana|Venezuela
Ciudad López Mateos|Mexico
Ciudad Nezahualcoyotl|Mexico
Ciudad Victoria|Mexico
Ciudad del Este|Paraguay
Cleveland|United States
Cluj-Napoca|Romania
Cochabamba|Bolivia
Cochin|India
Coimbatore|India
Colorado Springs|United States
Columbus|United States
Comilla|Bangladesh
Constantine|Algeria
Constanţa|Romania
Contagem|Brazil
Corpus Christi|United States
Corrientes|Argentina
Cotonou|Benin
Coventry|United Kingdom
Coyoacán|Mexico
Craiova|Romania
Cuauhtémoc|Mexico
Cuautitlán Izcalli|Mexico
Cuernavaca|Mexico
Cuiabá|Brazil
Culiacán|Mexico
Curitiba|Brazil
Cusco|Peru
Cuttack|India
Córdoba|Argentina
Cúcuta|Colombia
Da Nang|Vietnam
Dadonghai|China
Dadukou|China
Daegu|South Korea
Daejeon|South Korea
Dalian|China
Dallas|United States
Dammam|Saudi Arabia
Dandong|China
Dar es Salaam|Tanzania
Dasmariñas|Philippines
Datong|China
Davangere|India
Davao|Philippines
Dehra Dūn|India
Delhi|India
Denizli|Türkiye
Denpasar|Indonesia
Denver|United States
Depok|Indonesia
Detroit|United States
Dezhou|China
Dhūlia|India
Diadema|Brazil
Diepsloot|South Africa
Diyarbakır|Türkiye
Dnipro|Ukraine
Dombivli|India
Donetsk|Ukraine
Dongguan|China
Dortmund|Germany
Douala|Cameroon
Dresden|Germany
Dubai|United Arab Emirates
Duisburg|Germany
Duque de Caxias|Brazil
Durban|South Africa
Durgapur|India
Düsseldorf|Germany
East Jerusalem|Palestine
East London|South Africa
Ebute Ikorodu|Nigeria
Ecatepec de Morelos|Mexico
Edinburgh|United Kingdom
Edmonton|Canada
El Obeid|Sudan
El Paso|United States
Enugu|Nigeria
Erbil|Iraq
Erzurum|Türkiye
Esenler|Türkiye
Eskişehir|Türkiye
Essen|Germany
Etobicoke|Canada
Faisalabad|Pakistan
Faridabad|India
Feira de Santana|Brazil
Fenghuang|China
Florence|Italy
Florianópolis|Brazil
Fort Worth|United States
Fortaleza|Brazil
Foshan|China
Franca|Brazil
Frankfurt am Main|Germany
Fresno|United States
Fujisawa|Japan
Fukuoka|Japan
Fukuyama|Japan
Fushun|China
Fuxin|China
Fuzhou|China
Fès|Morocco
Fīrozābād|India
Ganja|Azerbaijan
Garoua|Cameroon
Gaya|India
Gaza|Palestine
Gaziantep|Türkiye
Gdańsk|Poland
General Santos|Philippines
Genoa|Italy
Ghāziābād|India
Gifu-shi|Japan
Giza|Egypt
Glasgow|United Kingdom
Goiânia|Brazil
Gold Coast|Australia
Gorakhpur|India
Goyang-si|South Korea
Guadalajara|Mexico
Guadalupe|Mexico
Guangzhou|China
Guankou|China
Guarujá|Brazil
Guarulhos|Brazil
Guayaquil|Ecuador
Guilin|China
Guiyang|China
Gujranwala|Pakistan
Gujrat|Pakistan
Gulbarga|India
Guli|China
Guntur|India
Gustavo Adolfo Madero|Mexico
Guwahati|India
Gwalior|India
Gwangju|South Korea
Göteborg|Sweden
Hachiōji|Japan
Haikou|China
Haiphong|Vietnam
Halifax|Canada
Hamadān|Iran
Hamamatsu|Japan
Hamburg|Germany
Hamhŭng|North Korea
Handan|China
Hangzhou|China
Hannover|Germany
Harbin|China
Hargeysa|Somalia
Hefei|China
Hegang|China
Hengshui|China
Hengyang|China
Hermosillo|Mexico
Heroica Matamoros|Mexico
Himeji|Japan
Hirakata|Japan
Hiroshima|Japan
Ho Chi Minh City|Vietnam
Hohhot|China
Holguín|Cuba
Homs|Syria
Homyel'|Belarus
Honchō|Japan
Hong Kong|Hong Kong
Honolulu|United States
Houston|United States
Hrodna|Belarus
Hsinchu|Taiwan
Huai'an|China
Huaibei|China
Huainan|China
Hualien City|Taiwan
Huancayo|Peru
Huangshi|China
Hubli|India
Huocheng|China
Hwaseong-si|South Korea
Hyderabad|India
Hāora|India
Hŭngnam|North Korea
Iaşi|Romania
Ibadan|Nigeria
Ibagué|Colombia
Ikeja|Nigeria
Iligan City|Philippines
Iligan|Philippines
Iloilo|Philippines
Ilorin|Nigeria
Incheon|South Korea
Indianapolis|United States
Indore|India
Ipoh|Malaysia
Iquitos|Peru
Irapuato|Mexico
Irbid|Jordan
Irkutsk|Russia
Isfahan|Iran
Islington|United Kingdom
Istanbul|Türkiye
Itaquaquecetuba|Brazil
Ivanovo|Russia
Iwaki|Japan
Ixtapaluca|Mexico
Izhevsk|Russia
Iztacalco|Mexico
Iztapalapa|Mexico
Jabalpur|India
Jaboatão dos Guararapes|Brazil
Jaboatão|Brazil
Jacksonville|United States
Jaipur|India
Jalandhar|India
Jalgaon|India
Jambi City|Indonesia
Jammu|India
Jamnagar|India
Jamshedpur|India
Jeddah|Saudi Arabia
Jeju City|South Korea
Jeonju|South Korea
Jhang Sadr|Pakistan
Jhānsi|India
Jiamusi|China
Jiangmen|China
Jianshui|China
Jiaojiang|China
Jiaozuo|China
Jiaxing|China
Jieyang|China
Jilin|China
Jinan|China
Jincheng|China
Jingdezhen|China
Jining|China
Jinzhou|China
Jixi|China
Jodhpur|India
Johannesburg|South Africa
Johor Bahru|Malaysia
Joinville|Brazil
Jos|Nigeria
João Pessoa|Brazil
Juiz de Fora|Brazil
Jundiaí|Brazil
Juárez|Mexico
Kaduna|Nigeria
Kaesŏng|North Korea
Kagoshima|Japan
Kahramanmaraş|Türkiye
Kahrīz|Iran
Kaifeng|China
Kaliningrad|Russia
Kalininskiy|Russia
Kaluga|Russia
Kalyān|India
Kampung Baru Subang|Malaysia
Kananga|DR Congo
Kanazawa|Japan
Kandahār|Afghanistan
Kano|Nigeria
Kanpur|India
Kansas City|United States
Kaohsiung|Taiwan
Karabağlar|Türkiye
Karachi|Pakistan
Karagandy|Kazakhstan
Karaj|Iran
Karbala|Iraq
Karol Bāgh|India
Kashiwa|Japan
Kassala|Sudan
Katowice|Poland
Katsina|Nigeria
Kaunas|Lithuania
Kawagoe|Japan
Kawaguchi|Japan
Kawasaki|Japan
Kayseri|Türkiye
Kazan|Russia
Keelung|Taiwan
Kemerovo|Russia
Kenitra|Morocco
Kermanshah|Iran
Kerman|Iran
Khabarovsk Vtoroy|Russia
Khabarovsk|Russia
Khamis Mushait|Saudi Arabia
Kharkiv|Ukraine
Kherson|Ukraine
Khmelnytskyi|Ukraine
Khorramabad|Iran
Khorramshahr|Iran
Khulna|Bangladesh
Kimhae|South Korea
Kingston upon Hull|United Kingdom
Kirkuk|Iraq
Kirov|Russia
Kisangani|DR Congo
Kitakyushu|Japan
Kitwe|Zambia
Klang|Malaysia
Kobe|Japan
Kochi|Japan
Kolhāpur|India
Kolkata|India
Kollam|India
Kolwezi|DR Congo
Konya|Türkiye
Korba|India
Koshigaya|Japan
Kosti|Sudan
Kota Bharu|Malaysia
Kota Kinabalu|Malaysia
Kota|India
Kotli|Pakistan
Kousséri|Cameroon
Kowloon|Hong Kong
Kozhikode|India
Kraków|Poland
Krasnodar|Russia
Krasnogvargeisky|Russia
Krasnoyarsk|Russia
Krugersdorp|South Africa
Kryvyi Rih|Ukraine
Kuantan|Malaysia
Kuching|Malaysia
Kulti|India
Kumamoto|Japan
Kumasi|Ghana
Kunming|China
Kunshan|China
Kurashiki|Japan
Kurgan|Russia
Kurnool|India
Kursk|Russia
Kwangmyŏng|South Korea
Kyoto|Japan
Kyzylorda|Kazakhstan
Köln|Germany
Kāmārhāti|India
Kōriyama|Japan
Kūkatpalli|India
La Paz|Bolivia
La Plata|Argentina
Lagos|Nigeria
Lahore|Pakistan
Langfang|China
Lanzhou|China
Lapu-Lapu City|Philippines
Larkana|Pakistan
Las Palmas de Gran Canaria|Spain
Las Piñas|Philippines
Las Vegas|United States
Latakia|Syria
Latur|India
Laval|Canada
Leeds|United Kingdom
Leicester|United Kingdom
Leipzig|Germany
Lekki|Nigeria
Lexington-Fayette|United States
León de los Aldama|Mexico
Lianshan|China
Liaoyang|China
Liaoyuan|China
Lijiang|China
Likasi|DR Congo
Lipetsk|Russia
Liverpool|United Kingdom
Londrina|Brazil
Long Beach|United States
Los Angeles|United States
Luancheng|China
Lublin|Poland
Lubumbashi|DR Congo
Lucknow|India
Ludhiāna|India
Luhansk|Ukraine
Luohe|China
Luoyang|China
Luqiao|China
Luxor|Egypt
Lviv|Ukraine
Lyon|France
Macapá|Brazil
Macau|Macau
Maceió|Brazil
Machida|Japan
Madurai|India
Magnitogorsk|Russia
Mahilyow|Belarus
Maiduguri|Nigeria
Makassar|Indonesia
Makati City|Philippines
Makhachkala|Russia
Makiyivka|Ukraine
Malang|Indonesia
Malatya|Türkiye
Malingao|Philippines
Malir Cantonment|Pakistan
Malmö|Sweden
Maltepe|Türkiye
Manado|Indonesia
Manaus|Brazil
Manchester|United Kingdom
Mandalay|Myanmar
Mandaluyong City|Philippines
Mandaue City|Philippines
Mangalore|India
Manhattan|United States
Manizales|Colombia
Mannheim|Germany
Mansilingan|Philippines
Manukau City|New Zealand
Mar del Plata|Argentina
Maracaibo|Venezuela
Maracay|Venezuela
Mardan|Pakistan
Maringá|Brazil
Mariupol|Ukraine
Maroua|Cameroon
Marrakesh|Morocco
Marseille|France
Masan|South Korea
Mashhad|Iran
Masina|DR Congo
Mataram|Indonesia
Mathura|India
Matola|Mozambique
Matsudo|Japan
Matsuyama|Japan
Maturín|Venezuela
Mauá|Brazil
Mawlamyine|Myanmar
Mazatlán|Mexico
Mazār-e Sharīf|Afghanistan
Mbuji-Mayi|DR Congo
Mecca|Saudi Arabia
Medan|Indonesia
Medellín|Colombia
Medina|Saudi Arabia
Meerut|India
Meknès|Morocco
Melbourne|Australia
Memphis|United States
Mendoza|Argentina
Mersin|Türkiye
Mesa|United States
Mexicali|Mexico
Miami|United States
Miguel Hidalgo|Mexico
Milan|Italy
Milwaukee|United States
Minato|Japan
Minneapolis|United States
Mississauga|Canada
Mixco|Guatemala
Miyazaki|Japan
Mişrātah|Libya
Mogi das Cruzes|Brazil
Mombasa|Kenya
Monterrey|Mexico
Montes Claros|Brazil
Montréal|Canada
Morelia|Mexico
Morón|Argentina
Morādābād|India
Mosul|Iraq
Mudanjiang|China
Multan|Pakistan
Mumbai|India
Munich|Germany
Muratpaşa|Türkiye
Murcia|Spain
Murmansk|Russia
Muzaffarnagar|India
Muzaffarpur|India
Muzaffarābād|Pakistan
Mwanza|Tanzania
Mykolayiv|Ukraine
Mysore|India
Málaga|Spain
Mérida|Mexico
Mālegaon|India
Naberezhnyye Chelny|Russia
Nagano|Japan
Nagasaki|Japan
Nagoya|Japan
Nagpur|India
Naha|Japan
Najafgarh|India
Najaf|Iraq
Namangan|Uzbekistan
Nampula|Mozambique
Nanchang|China
Nanchong|China
Nanded|India
Nangi|India
Nanjing|China
Nanning|China
Nantong|China
Naples|Italy
Nara-shi|Japan
Narela|India
Nashik|India
Nashville|United States
Nasiriyah|Iraq
Natal|Brazil
Natore|Bangladesh
Naucalpan de Juárez|Mexico
Navi Mumbai|India
Nay Pyi Taw|Myanmar
Ndola|Zambia
Neijiang|China
Neiva|Colombia
Nellore|India
New Kingston|Jamaica
New Orleans|United States
New South Memphis|United States
New York City|United States
Newcastle|South Africa
Newport|United Kingdom
Niigata|Japan
Ningbo|China
Nishinomiya-hama|Japan
Niterói|Brazil
Nizhniy Novgorod|Russia
Nizhny Tagil|Russia
Nizāmābād|India
North York|Canada
Nottingham|United Kingdom
Nova Iguaçu|Brazil
Novokuznetsk|Russia
Novosibirsk|Russia
Nowrangapur|India
Nuevo Laredo|Mexico
Nur-Sultan|Kazakhstan
Nyala|Sudan
Nürnberg|Germany
Oakland|United States
Odessa|Ukraine
Okayama|Japan
Okazaki|Japan
Okene|Nigeria
Oklahoma City|United States
Olinda|Brazil
Omaha|United States
Omdurman|Sudan
Omsk|Russia
Onitsha|Nigeria
Oran|Algeria
Ordos|China
Orenburg|Russia
Orël|Russia
Orūmīyeh|Iran
Osaka|Japan
Osasco|Brazil
Oshawa|Canada
Ostrava|Czechia
Oujda-Angad|Morocco
Oyo|Nigeria
Padang|Indonesia
Palembang|Indonesia
Palermo|Italy
Palma|Spain
Panamá|Panama
Panshan|China
Pasay|Philippines
Pasig City|Philippines
Pasragad Branch|Iran
Pasto|Colombia
Patiāla|India
Patna|India
Pavlodar|Kazakhstan
Pekanbaru|Indonesia
Pelotas|Brazil
Penza|Russia
Percut|Indonesia
Pereira|Colombia
Perm|Russia
Perth|Australia
Peshawar|Pakistan
Petaling Jaya|Malaysia
Petare|Venezuela
Philadelphia|United States
Phoenix|United States
Pietermaritzburg|South Africa
Pikine|Senegal
Pimpri|India
Pingdingshan|China
Pingxiang|China
Piracicaba|Brazil
Pittsburgh|United States
Piura|Peru
Plovdiv|Bulgaria
Pohang|South Korea
Pointe-Noire|Republic of the Congo
Poltava|Ukraine
Pontianak|Indonesia
Port Elizabeth|South Africa
Port Harcourt|Nigeria
Port Said|Egypt
Port Sudan|Sudan
Portland|United States
Porto Alegre|Brazil
Porto Velho|Brazil
Posadas|Argentina
Poznań|Poland
Preston|United Kingdom
Pucallpa|Peru
Puebla|Mexico
Puente Alto|Chile
Puerto La Cruz|Venezuela
Pune|India
Punāsa|India
Putian|China
Puyang Chengguanzhen|China
Puyang|China
Pānihāti|India
Qazvin|Iran
Qingdao|China
Qinhuangdao|China
Qionghai|China
Qiqihar|China
Qom|Iran
Queens|United States
Quetta|Pakistan
Quezon City|Philippines
Québec|Canada
Rahim Yar Khan|Pakistan
Raipur|India
Raleigh|United States
Ranchi|India
Randburg|South Africa
Rangpur|Bangladesh
Ras Al Khaimah City|United Arab Emirates
Rasht|Iran
Raurkela|India
Rawalpindi|Pakistan
Recife|Brazil
Resistencia|Argentina
Reynosa|Mexico
Ribeirão Preto|Brazil
Ribeirão das Neves|Brazil
Rio de Janeiro|Brazil
Riverside|United States
Rohini|India
Rohtak|India
Rosario|Argentina
Rostov-na-Donu|Russia
Rotterdam|Netherlands
Rājahmundry|India
Rājkot|India
Rājshāhi|Bangladesh
Rāmgundam|India
Sacramento|United States
Sahāranpur|India
Saint Petersburg|Russia
Saitama|Japan
Sakai|Japan
Salem|India
Salta|Argentina
Saltillo|Mexico
Salvador|Brazil
Samara|Russia
Samarinda|Indonesia
Samarkand|Uzbekistan
Samsun|Türkiye
Samut Prakan|Thailand
San Antonio|United States
San Diego|United States
San Francisco|United States
San Jose del Monte|Philippines
San Jose|United States
San Luis Potosí|Mexico
San Miguel de Tucumán|Argentina
San Miguelito|Panama
San Nicolás de los Garza|Mexico
San Pedro Sula|Honduras
San Salvador de Jujuy|Argentina
Sanaa|Yemen
Sanandaj|Iran
Sandakan|Malaysia
Santa Ana|United States
Santa Cruz de la Sierra|Bolivia
Santa Fe|Argentina
Santa Marta|Colombia
Santa María Chimalhuacán|Mexico
Santiago de Cuba|Cuba
Santiago de Querétaro|Mexico
Santiago de los Caballeros|Dominican Republic
Santiago del Estero|Argentina
Santo André|Brazil
Santo Domingo Este|Dominican Republic
Santo Domingo Oeste|Dominican Republic
Santos|Brazil
Sapporo|Japan
Saransk|Russia
Saratov|Russia
Sargodha|Pakistan
Sariwŏn|North Korea
Scarborough|Canada
Seattle|United States
Semarang|Indonesia
Sendai|Japan
Seongnam-si|South Korea
Serekunda|Gambia
Seremban|Malaysia
Serra|Brazil
Sevastopol|Ukraine
Sevilla|Spain
Shah Alam|Malaysia
Shanghai|China
Shangrao|China
Shangyu|China
Shantou|China
Shaoguan|China
Shaoxing|China
Sharjah|United Arab Emirates
Shashi|China
Sheffield|United Kingdom
Shekhupura|Pakistan
Shengli|China
Shenyang|China
Shenzhen|China
Shibganj|Bangladesh
Shihezi|China
Shijiazhuang|China
Shimoga|India
Shiqi|China
Shiraz|Iran
Shivaji Nagar|India
Shiyan|China
Shizuoka|Japan
Shuangyashan|China
Shyamnagar|India
Shymkent|Kazakhstan
Shāhjānpur|India
Sialkot|Pakistan
Siliguri|India
Simferopol|Ukraine
Siping|China
Situbondo|Indonesia
Smolensk|Russia
Soacha|Colombia
Sochi|Russia
Sokoto|Nigeria
Soledad|Colombia
Solāpur|India
Sorocaba|Brazil
South Boston|United States
South Tangerang|Indonesia
Soweto|South Africa
Soyapango|El Salvador
Srinagar|India
St. Louis|United States
Staten Island|United States
Stockton|United States
Stoke-on-Trent|United Kingdom
Stuttgart|Germany
Subang Jaya|Malaysia
Suez|Egypt
Suita|Japan
Suizhou|China
Sukkur|Pakistan
Sultangazi|Türkiye
Sulţānah|Saudi Arabia
Sunderland|United Kingdom
Surabaya|Indonesia
Surakarta|Indonesia
Surgut|Russia
Surrey|Canada
Suwon|South Korea
Suzhou|China
Swansea|United Kingdom
Sydney|Australia
Szczecin|Poland
São Bernardo do Campo|Brazil
São José do Rio Preto|Brazil
São José dos Campos|Brazil
São João de Meriti|Brazil
São Luís|Brazil
São Paulo|Brazil
São Vicente|Brazil
Sāngli|India
Sūrat|India
Tabriz|Iran
Tabuk|Saudi Arabia
Taguig|Philippines
Taichung|Taiwan
Taihecun|China
Tainan|Taiwan
Taiyuan|China
Taizhou|China
Takamatsu|Japan
Takatsuki|Japan
Takeo|Cambodia
Tamale|Ghana
Tampa|United States
Tampico|Mexico
Tanda|Egypt
Tangerang|Indonesia
Tanggu|China
Tangier|Morocco
Tangshan|China
Taoyuan City|Taiwan
Taraz|Kazakhstan
Tawau|Malaysia
Tel Aviv|Israel
Temara|Morocco
Tembisa|South Africa
Teni|India
Tepic|Mexico
Teresina|Brazil
The Bronx|United States
The Hague|Netherlands
Thessaloníki|Greece
Thiruvananthapuram|India
Thiès|Senegal
Thoothukudi|India
Thrissur|India
Thāne|India
Tianjin|China
Tianshui|China
Tieling|China
Tijuana|Mexico
Timişoara|Romania
Tiruchirappalli|India
Tirunelveli|India
Tiruppur|India
Tlalnepantla|Mexico
Tlalpan|Mexico
Tlaquepaque|Mexico
Tláhuac|Mexico
Tokorozawa|Japan
Toluca|Mexico
Tomsk|Russia
Tonalá|Mexico
Tonghua|China
Tongshan|China
Toronto|Canada
Torreón|Mexico
Touba|Senegal
Toulouse|France
Toyama|Japan
Toyohashi|Japan
Toyonaka|Japan
Toyota|Japan
Trujillo|Peru
Tucson|United States
Tula|Russia
Tulsa|United States
Tumkūr|India
Tungi|Bangladesh
Turin|Italy
Turmero|Venezuela
Tuxtla|Mexico
Tver|Russia
Tyumen|Russia
Tébessa|Algeria
Tétouan|Morocco
Uberlândia|Brazil
Udaipur|India
Ufa|Russia
Uijeongbu-si|South Korea
Ujjain|India
Ulan-Ude|Russia
Ulhasnagar|India
Ulsan|South Korea
Ulyanovsk|Russia
Umraniye|Türkiye
Ust-Kamenogorsk|Kazakhstan
Utsunomiya|Japan
Uyo|Nigeria
Vadodara|India
Valencia|Venezuela
Valladolid|Spain
Valledupar|Colombia
Vancouver|Canada
Van|Türkiye
Varanasi|India
Varna|Bulgaria
Venustiano Carranza|Mexico
Veracruz|Mexico
Vereeniging|South Africa
Victoria de Durango|Mexico
Vijayawada|India
Vila Velha|Brazil
Villa Nueva|Guatemala
Villahermosa|Mexico
Villavicencio|Colombia
Vinnytsia|Ukraine
Virginia Beach|United States
Visakhapatnam|India
Vitebsk|Belarus
Vitória|Brazil
Vladikavkaz|Russia
Vladimir|Russia
Vladivostok|Russia
Volgograd|Russia
Vologda|Russia
Volzhskiy|Russia
Voronezh|Russia
Wad Medani|Sudan
Wakayama|Japan
Wandsbek|Germany
Warangal|India
Warri|Nigeria
Weifang|China
Welkom|South Africa
Wenshan City|China
Wenzhou|China
West Jerusalem|Israel
West Raleigh|United States
Wichita|United States
Winejok|South Sudan
Winnipeg|Canada
Wrocław|Poland
Wuhan|China
Wuhu|China
Wuppertal|Germany
Wusong|China
Wuwei|China
Wuxi|China
Wŏnsan|North Korea
Xalapa de Enríquez|Mexico
Xiamen|China
Xiangtan|China
Xiangyang|China
Xianyang|China
Xico|Mexico
Xingtai|China
Xining|China
Xinpu|China
Xinxiang|China
Xinyang|China
Xinyuan|China
Xochimilco|Mexico
Xuchang|China
Yancheng|China
Yangjiang|China
Yangon|Myanmar
Yangquan|China
Yangshuo|China
Yangzhou|China
Yanji|China
Yantai|China
Yaroslavl|Russia
Yazd|Iran
Yekaterinburg|Russia
Yichang|China
Yinchuan|China
Yingkou|China
Yogyakarta|Indonesia
Yokohama|Japan
Yokosuka|Japan
Yono|Japan
Yueyang|China
Yunfu|China
Zahedan|Iran
Zamboanga|Philippines
Zanjān|Iran
Zanzibar|Tanzania
Zapopan|Mexico
Zaporizhia|Ukraine
Zaragoza|Spain
Zaria|Nigeria
Zarqa|Jordan
Zhabei|China
Zhangjiakou Shi Xuanhua Qu|China
Zhangjiakou|China
Zhangzhou|China
Zhanjiang|China
Zhaoqing|China
Zhengzhou|China
Zhenjiang|China
Zhongshan|China
Zhoukou|China
Zhu Cheng City|China
Zhuhai|China
Zhumadian|China
Zhuzhou|China
Zibo|China
Zigong|China
Zunyi|China
Zürich|Switzerland
Álvaro Obregón|Mexico
Çankaya|Türkiye
Ürümqi|China
Üsküdar|Türkiye
Āsansol|India
Āzādshahr|Iran
İzmir|Türkiye
Łódź|Poland
Ōita|Japan
Şanlıurfa|Türkiye
Şişli|Türkiye
Ḩamāh|Syria
`;
