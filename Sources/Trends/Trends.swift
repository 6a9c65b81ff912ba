/// Weekly statistics: see the files of this folder.
package enum Trends {}
