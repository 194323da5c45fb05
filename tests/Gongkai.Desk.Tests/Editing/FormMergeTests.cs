using Gongkai.Content;
using Gongkai.Desk.Editing;

namespace Gongkai.Desk.Tests.Editing;

public sealed class FormMergeTests
{
    private const string Both = """
        { "TitlePart": { "Title": "题" }, "MarkdownBodyPart": { "Markdown": "文" }, "Questions": { "ContentItems": [
          { "ContentItemId": "q1", "ContentType": "Pair", "Pair": { "Question": { "Text": "问一" }, "Answer": { "Markdown": "答一" } } },
          { "ContentItemId": "q2", "ContentType": "Pair", "Pair": { "Question": { "Text": "问二" }, "Answer": { "Markdown": "答二" } } } ] } }
        """;

    private static readonly ContentItem Basis = Forms.Item(Both);

    [Fact]
    public void What_only_one_changed_is_taken_from_that_one()
    {
        var merge = Merge([("TitlePart.Title", "我的题")], [("MarkdownBodyPart.Markdown", "他的文"), ("Questions.q2.Pair.Answer.Markdown", "他的答")]);

        Assert.Empty(merge.Disputed);
        var item = Bound(merge, Choice.Mine);
        Assert.Equal("我的题", item.Part("TitlePart")!.Text("Title"));
        Assert.Equal("他的文", item.Part("MarkdownBodyPart")!.Text("Markdown"));
        Assert.Equal(["答一", "他的答"], Answers(item));
    }

    [Theory]
    [InlineData("Mine", "我的文")]
    [InlineData("Theirs", "他的文")]
    [InlineData("Both", "我的文\n\n他的文")]
    public void What_both_changed_is_chosen(string choice, string expected)
    {
        var merge = Merge([("MarkdownBodyPart.Markdown", "我的文")], [("MarkdownBodyPart.Markdown", "他的文")]);

        var disputed = Assert.Single(merge.Disputed);
        Assert.Equal(("正文", "我的文", "他的文", true), (disputed.Label, disputed.Mine, disputed.Theirs, disputed.CanKeepBoth));
        Assert.Equal(expected, Bound(merge, Enum.Parse<Choice>(choice)).Part("MarkdownBodyPart")!.Text("Markdown"));
    }

    [Fact]
    public void The_same_change_is_no_conflict() =>
        Assert.Empty(Merge([("TitlePart.Title", "同")], [("TitlePart.Title", "同")]).Disputed);

    [Fact]
    public void A_disputed_answer_is_named_with_its_row() =>
        Assert.Equal("问答 2 · Answer", Merge([("Questions.q2.Pair.Answer.Markdown", "a")], [("Questions.q2.Pair.Answer.Markdown", "b")]).Disputed.Single().Label);

    [Fact]
    public void Their_new_row_comes_with_their_list()
    {
        var merge = Merge([("TitlePart.Title", "我的题")], [.. Added("00000000000000000000000001", "他的新答")]);

        Assert.Empty(merge.Disputed);
        Assert.Equal(["答一", "答二", "他的新答"], Answers(Bound(merge, Choice.Mine)));
    }

    [Theory]
    [InlineData("Mine", "答一 答二 我的新答")]
    [InlineData("Theirs", "答一 答二 他的新答")]
    [InlineData("Both", "答一 答二 我的新答 他的新答")]
    public void New_rows_of_both_are_for_people_to_choose(string choice, string expected)
    {
        var merge = Merge([.. Added("00000000000000000000000002", "我的新答")], [.. Added("00000000000000000000000001", "他的新答")]);

        Assert.Single(merge.Disputed);
        Assert.Equal(expected, string.Join(' ', Answers(Bound(merge, Enum.Parse<Choice>(choice)))));
    }

    [Theory]
    [InlineData("Mine", "答一 我的答")]
    [InlineData("Theirs", "答一")]
    public void A_row_that_I_changed_and_they_removed_is_for_people_to_choose(string choice, string expected)
    {
        var merge = Merge([("Questions.q2.Pair.Answer.Markdown", "我的答")], [("Questions.$items", "q1")]);

        Assert.Single(merge.Disputed);
        Assert.Equal(expected, string.Join(' ', Answers(Bound(merge, Enum.Parse<Choice>(choice)))));
    }

    [Theory]
    [InlineData("Mine", "答一")]
    [InlineData("Theirs", "答一 他的答")]
    public void A_row_that_they_changed_and_I_removed_is_for_people_to_choose(string choice, string expected)
    {
        var merge = Merge([("Questions.$items", "q1")], [("Questions.q2.Pair.Answer.Markdown", "他的答")]);

        Assert.Single(merge.Disputed);
        Assert.Equal(expected, string.Join(' ', Answers(Bound(merge, Enum.Parse<Choice>(choice)))));
    }

    private static (string, string)[] Added(string key, string answer) =>
        [("Questions.$items", $"q1 q2 {key}"), ($"Questions.{key}.$type", "Pair"), ($"Questions.{key}.Pair.Answer.Markdown", answer)];

    private static FormMerge Merge((string, string)[] mine, (string, string)[] theirs)
    {
        var (my, their) = (Forms.Posted(Basis, mine), Forms.Posted(ItemForm.Bind(Basis, Forms.Posted(Basis, theirs), Forms.Context)));
        return FormMerge.Of(ItemForm.Read(Basis, Forms.Context), my, their, ItemForm.Describe(Basis, my, Forms.Context), ItemForm.Describe(ItemForm.Bind(Basis, their, Forms.Context), their, Forms.Context));
    }

    private static ContentItem Bound(FormMerge merge, Choice choice) => ItemForm.Bind(Basis, merge.Choose(_ => choice), Forms.Context);

    private static string[] Answers(ContentItem item) => [.. item.Part("Questions")!.Objects("ContentItems").Select(pair => pair.Child("Pair")!.MarkdownField("Answer")!)];
}
