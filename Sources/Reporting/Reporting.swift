/// Output formats and reports: see the files of this folder.
package enum Reporting {}
