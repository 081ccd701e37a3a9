/** Names of invented people: common, rare, of many origins, and everyday words that are names too. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const womenGiven = words(`
  Adelaide Agnieszka Aisha Alma Amara Anneliese Aurora Beatriz Bettina Blanche Brigid Candace Carmela Cécile Charlene Chiara
  Clementine Consuelo Cordelia Dagny Darlene Delphine Dolores Doreen Eileen Elfriede Eloise Esperanza Eudora Fatima Fern Fiona
  Gertrude Giulia Gwendolyn Hadley Halina Hedwig Henrietta Imogene Ingrid Isadora Jacinta Janelle Joséphine Kateryna Keisha
  Lakshmi Latoya Leocadia Lorraine Lucinda Maeve Mahalia Mathilde Mei-Ling Minerva Mirabel Nadezhda Naomi Nkechi Noémie
  Octavia Odessa Olga Philomena Priya Ramona Renée Rosalind Roxanne Saoirse Shanice Siobhan Svetlana Tamsin Theodora Thuy
  Ursula Valentina Verónica Winifred Xiomara Yolanda Yuki Zofia Zsofia Rose May Grace Faith Hope Joy Ivy Violet April June
  Autumn Dawn Summer Pearl Ruby Iris Daisy Melody Harmony Patience Prudence Star
`)

export const menGiven = words(`
  Alasdair Alphonse Amadou Ambrose Anselm Arturo Bartholomew Benedikt Boris Calvin Casimir Chidi Clarence Cornelius Curtis
  Darnell Declan Demetrius Dmitri Edmund Elias Emeka Ephraim Ernesto Ezekiel Farouk Ferdinand Floyd Gaetano Garrett Gideon
  Günther Hamish Haruto Hector Horatio Ignatius Ivan Jamal Jedediah Jerome Joaquín José Jürgen Kofi Kwame Laszlo Leif Leopold
  Lionel Lorenzo Luther Malachi Marcelo Mehmet Mordecai Mustafa Nathaniel Nikolai Obadiah Olaf Orville Oscar Otis Percival
  Phineas Quentin Rafael Rajesh Raúl Reginald Rocco Roscoe Ruben Salvatore Søren Seamus Sergei Silas Stanislaw Sven Tadeusz
  Thaddeus Tomás Tyrone Ulysses Umberto Vernon Vijay Virgil Waldemar Wendell Xavier Yusuf Zachariah Zbigniew Will Mark Bill
  Art Gene Rich Grant Chase Miles Rusty Guy Frank Pat Sonny Clay Cliff Drew
`)

export const surnames = words(`
  Abernathy Achterberg Adeyemi Agarwal Albrecht Andrzejewski Antonopoulos Ashworth Baczkowski Balakrishnan Bartoszek Beauchamp
  Bellweather Bergstrom Bhattacharya Bielski Blankenship Boudreaux Brzezicki Burkhalter Caldarone Castellanos Cavanaugh
  Chaudhary Chmielewski Christakis Cipriani Coleridge Considine Crabtree Czajka Dabrowski DeVries Delacroix Delgadillo
  Desrosiers Dragomir Dunleavy Eberhardt Echeverria Eisenhauer Ekwueme Engstrom Faulkingham Feinberg Fitzsimmons Flannigan
  Fontaine Gallagher Gebremedhin Giannopoulos Gilchrist Goldfarb Gonçalves Grabowski Greenleaf Gustafson Haddad Halvorsen
  Hassoun Heffernan Hershberger Hildebrandt Hinojosa Hochstetler Holloway Huang Ibarra Ikeda Ilunga Iversen Jablonski Jankowicz
  Jaramillo Kaczmarek Karlsson Katsaros Kessler Khoury Kilpatrick Kinoshita Klinghoffer Kovalenko Kozlowski Krzyzanowski
  Kurtoglu LaFontaine Lindqvist Lombardi Lukasiewicz MacAllister Mahoney Makarewicz Malhotra Mbeki McGillicuddy Mendiola
  Mikkelsen Mkrtchyan Montague Mueller Muñoz Nakagawa Nasrallah Ngwenya Niedermeyer Nilsson Nwosu Obermiller Ochoa Okonkwo
  Oleksiak Olszewski Ostrander Pacheco Papadakis Pelletier Petrosyan Pfeiffer Piotrowski Popescu Quackenbush Quintana
  Raghunathan Ramaswamy Rasmussen Reinholt Robichaux Rosenthal Rutkowski Saavedra Sadowski Scarborough Schlossberg Schwartzkopf
  Shapiro Shaughnessy Sienkiewicz Sokolowski Spitzer Stavropoulos Steinmetz Szymanski Takahashi Thibodeaux Tomaszewski
  Trevathan Uchida Underhill Valdivia Vandenberg Vasquez Vlasic Wadsworth Wallingford Weatherspoon Whitcomb Wierzbicki
  Winterbottom Wojciechowski Xiong Yablonsky Yamamoto Yeboah Zawadzki Zimmermann Zuniga Zwick Nguyen Tran Vu Li Ng Ono Oh Ek
  O'Dell O'Shaughnessy O'Brien D'Angelo D'Souza L'Heureux Núñez Peña Gómez Pérez Ångström Bjørnstad Lefèvre Krüger Schröder
  Sjögård Côté Young Page Grant Brown Baker Fields Banks Rivers Stone Church Wood Hill Day Knight Bishop Price Rich Strong
  Small Good Best Love Lord Bird Fish Lamb Wolf Winter Frost Snow Rain Case House Street Ford Marsh Moody Savage Payne
  Hands Foote Head Chest Bones Pill Nurse Ward Early Gray White Green Long Short Sharp Cross Block Mason Park Hall Lane Sickles
`)

export const nicknames: Readonly<Record<string, string>> = {
  Bartholomew: 'Bart',
  Nathaniel: 'Nate',
  Rosalind: 'Roz',
  Henrietta: 'Etta',
  Thaddeus: 'Tad',
  Reginald: 'Reggie',
  Philomena: 'Mena',
  Winifred: 'Winnie',
  Cornelius: 'Neil',
  Yolanda: 'Yoli',
  Salvatore: 'Sal',
  Leopold: 'Leo',
  Theodora: 'Teddy',
  Zachariah: 'Zach',
}
export const otherNicknames = words('Bud Skip Dot Peg Buster Mickey Gus Bunny Chip Sissy Duke Penny Red Tex')
