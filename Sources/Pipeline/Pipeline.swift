/// The whole: see the files of this folder.
package enum Pipeline {}
