/// See README.md; the scanners stand in files of their own.
package enum TextScanning {}
