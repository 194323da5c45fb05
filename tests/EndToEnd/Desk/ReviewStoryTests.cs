namespace EndToEnd.Desk;

/// <summary>The way of a policy through four people's hands. The recipe of reviews changes the types, so the site is this story's own.</summary>
[Collection("review")]
public sealed class ReviewStoryTests(SiteInBrowser site) : IClassFixture<SiteInBrowser>
{
    [Fact]
    public Task Four_people_bring_a_policy_with_its_interpretation_and_an_issue_to_the_public_and_a_number_in_an_attachment_stops_them_once() => ReviewStory.TellAsync(site);
}
