package com.recordstore.next;

/**
 * How often a customer bought from a genre.
 *
 * @param genre name of the genre
 * @param tracks how many tracks
 */
public record GenreTally(String genre, int tracks) {}
