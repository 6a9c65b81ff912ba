/// The database: see the files of this folder.
package enum NewsStoreFormat {}
