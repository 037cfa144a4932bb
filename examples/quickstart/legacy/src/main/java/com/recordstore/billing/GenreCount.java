package com.recordstore.billing;

/** How often a customer bought from a genre. Has no equals. */
public class GenreCount {
  private String genre;
  private int tracks;

  /** Name of the genre. */
  public String getGenre() {
    return genre;
  }

  /** Sets it. */
  public void setGenre(String genre) {
    this.genre = genre;
  }

  /** How many tracks. */
  public int getTracks() {
    return tracks;
  }

  /** Sets it. */
  public void setTracks(int tracks) {
    this.tracks = tracks;
  }
}
