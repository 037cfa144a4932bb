package com.recordstore.next;

/**
 * The holder of a statement's account.
 *
 * @param id number of the customer
 * @param name first and last name
 * @param city city
 * @param country country
 */
public record AccountHolder(int id, String name, String city, String country) {}
