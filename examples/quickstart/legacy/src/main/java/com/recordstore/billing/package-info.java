/**
 * The billing back office of a record store, as it was written in 2008: beans, JDBC, {@code
 * java.util.Date}, and money in {@code double}. It reads the Chinook database and never writes it.
 */
package com.recordstore.billing;
