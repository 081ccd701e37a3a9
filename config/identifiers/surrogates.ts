/**
 * The names that surrogates are made of: common ones of the sources of `given-names` and `surnames` (US Social Security
 * Administration; US Census Bureau; public domain). Frozen: another list gives every patient another surrogate.
 */
const given = `
  Aaron Abigail Adam Addison Adrian Aidan Aiden Alan Albert Alexander Alexandra Alexis Alice Alicia Allison
  Alyssa Amanda Amber Amelia Amy Andrea Andrew Angela Ann Anna Anthony April Arthur Ashley Aubrey Austin
  Ava Avery Barbara Benjamin Betty Beverly Billy Bobby Bonnie Brandon Brayden Brenda Brian Brianna Brittany
  Brittney Bruce Bryan Caleb Cameron Camila Carl Carol Carole Carolyn Carrie Carter Catherine Cathy Chad
  Charles Charlotte Chelsea Cheryl Chloe Christian Christina Christine Christopher Cindy Cody Connie Connor
  Corey Courtney Craig Crystal Cynthia Dale Daniel Danielle Danny Darlene David Dawn Debbie Deborah Debra
  Denise Dennis Derek Destiny Diana Diane Dolores Donald Donna Doris Dorothy Douglas Dustin Dylan Edith
  Edna Edward Eleanor Eli Elijah Elizabeth Ella Emily Emma Eric Erica Erin Ethan Ethel Eugene Evan Evelyn
  Florence Frances Frank Gabriel Gail Gary Gavin George Gerald Gianna Gladys Gloria Grace Grayson Gregory
  Hailey Haley Hannah Harold Harper Harry Heather Helen Henry Herbert Hunter Irene Isaac Isabella Isaiah
  Jack Jackson Jacob Jacqueline Jaime James Jamie Jane Janet Janice Jasmine Jason Jaxon Jayden Jean Jeff
  Jeffery Jeffrey Jennifer Jeremy Jerry Jesse Jessica Jill Jimmy Jo Joan Joe John Jonathan Jordan Joseph
  Josephine Joshua Joyce Judith Judy Julia Julian Julie Justin Kaitlyn Karen Katherine Kathleen Kathryn
  Kathy Katie Kayla Keith Kelly Kelsey Kenneth Kevin Kim Kimberly Kristen Kristin Kyle Landon Larry Laura
  Lauren Laurie Lawrence Levi Liam Lillian Lily Lincoln Linda Lindsay Lindsey Lisa Logan Lois Lori Louise
  Lucas Lucille Luis Luke Madison Margaret Maria Marie Marilyn Marjorie Mark Martha Mary Mason Mateo
  Matthew Megan Melissa Mia Michael Michele Michelle Mike Mila Mildred Morgan Nancy Natalie Nathan Nicholas
  Nicole Noah Norma Oliver Olivia Owen Pamela Patricia Patrick Paul Paula Peggy Peter Phyllis Rachel Ralph
  Randy Raymond Rebecca Rhonda Richard Ricky Robert Robin Rodney Roger Ronald Rose Ruby Ruth Ryan Samantha
  Samuel Sandra Sara Sarah Scott Sean Sebastian Shannon Sharon Shawn Sheila Shelby Sherry Shirley Sofia
  Sophia Stacy Stephanie Stephen Steve Steven Susan Sydney Tammy Taylor Teresa Terri Terry Thelma Theodore
  Theresa Thomas Tiffany Timothy Tina Todd Tony Tracy Travis Troy Tyler Vicki Victoria Virginia Walter
  Warren Wayne Wendy Whitney William Willie Wyatt Zachary`

const surnames = `
  Adams Alexander Allen Alvarez Anderson Andrews Armstrong Arnold Austin Bailey Baker Banks Barnes Bell
  Bennett Berry Bishop Boyd Bradley Brooks Brown Bryant Burns Butler Campbell Carpenter Carr Carroll Carter
  Castillo Chapman Chavez Clark Cole Coleman Collins Cook Cooper Cox Crawford Cruz Cunningham Daniels Davis
  Diaz Dixon Duncan Dunn Edwards Elliott Ellis Evans Ferguson Fisher Flores Ford Foster Fox Franklin
  Freeman Garcia Gardner Gibson Gomez Gonzales Gonzalez Gordon Graham Grant Gray Green Greene Griffin
  Gutierrez Hall Hamilton Harper Harris Harrison Hart Hawkins Hayes Henderson Henry Hernandez Hicks Hill
  Holmes Howard Howell Hudson Hughes Hunt Hunter Jackson James Jenkins Johnson Johnston Jones Jordan Kelley
  Kelly Kennedy King Knight Lane Lawrence Lawson Lee Lewis Long Lopez Marshall Martin Martinez Mason
  Matthews McCoy McDonald Meyer Miller Mills Mitchell Montgomery Moore Morales Morgan Morris Morrison
  Murphy Murray Myers Nelson Nichols Oliver Olson Ortiz Owens Palmer Parker Patterson Payne Perez Perkins
  Perry Peters Peterson Phillips Pierce Porter Powell Price Ramirez Ramos Ray Reed Reyes Reynolds Rice
  Richards Richardson Riley Rivera Roberts Robertson Robinson Rodriguez Rogers Rose Ross Ruiz Russell Ryan
  Sanchez Sanders Schmidt Scott Shaw Simmons Simpson Sims Smith Snyder Spencer Stephens Stevens Stewart
  Sullivan Taylor Thomas Thompson Torres Tucker Turner Vasquez Wagner Walker Wallace Ward Warren Watkins
  Watson Weaver Webb Wells West Wheeler Williams Williamson Willis Wilson Wright Young`

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(word => word !== '')

export const surrogateNames = { given: wordsOf(given), surnames: wordsOf(surnames) }
