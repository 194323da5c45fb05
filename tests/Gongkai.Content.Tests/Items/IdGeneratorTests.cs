namespace Gongkai.Content.Tests;

public sealed class IdGeneratorTests
{
    [Fact]
    public void New_ids_are_26_plain_characters_and_do_not_repeat()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => IdGenerator.NewId()).ToList();

        Assert.All(ids, id => Assert.Matches("^[0-9a-hj-km-np-tv-z]{26}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void The_same_text_gives_the_same_id_for_good()
    {
        Assert.Equal(IdGenerator.FromText("甲"), IdGenerator.FromText("甲"));
        Assert.NotEqual(IdGenerator.FromText("甲"), IdGenerator.FromText("乙"));
        Assert.Matches("^[0-9a-hj-km-np-tv-z]{26}$", IdGenerator.FromText(""));
    }
}
