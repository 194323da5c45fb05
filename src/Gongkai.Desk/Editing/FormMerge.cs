
namespace Gongkai.Desk.Editing;

/// <summary>A value that two editors changed in different ways.</summary>
/// <param name="Name">Its place in the form.</param>
/// <param name="Label">What people call it, with the row that it is in.</param>
/// <param name="Mine">What I made of it.</param>
/// <param name="Theirs">What the other made of it.</param>
/// <param name="CanKeepBoth">Whether both can be kept, one after the other, to be put in order by hand.</param>
internal sealed record Disputed(string Name, string Label, string Mine, string Theirs, bool CanKeepBoth);

/// <summary>Which of two texts is taken.</summary>
internal enum Choice
{
    /// <summary>What I typed.</summary>
    Mine,

    /// <summary>What the other saved.</summary>
    Theirs,

    /// <summary>Both, mine first.</summary>
    Both,
}

/// <summary>Brings two editors' changes to one version together: what only one of them changed is taken from that one, what both changed is for people to choose.</summary>
internal sealed class FormMerge
{
    private readonly FormValues _basis;
    private readonly FormValues _mine;
    private readonly FormValues _theirs;
    private readonly FormValues _merged;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<Disputed> _disputed = [];

    private FormMerge(FormValues basis, FormValues mine, FormValues theirs) => (_basis, _mine, _theirs, _merged) = (basis, mine, theirs, mine.Clone());

    /// <summary>What both changed.</summary>
    public IReadOnlyList<Disputed> Disputed => _disputed;

    /// <summary>Compares three forms of an item: the version that both began with, what I typed, and what the other saved.</summary>
    public static FormMerge Of(FormValues basis, FormValues mine, FormValues theirs, EditorForm mineForm, EditorForm theirsForm)
    {
        var merge = new FormMerge(basis, mine, theirs);
        var other = theirsForm.All.DistinctBy(editor => editor.Name).ToDictionary(editor => editor.Name, editor => editor.Shown, StringComparer.Ordinal);
        foreach (var (editor, label) in mineForm.Sections.SelectMany(section => section.Editors).SelectMany(editor => merge.Leaves(editor, "")))
            merge.Compare(editor, label, other.GetValueOrDefault(editor.Name) ?? "");
        return merge;
    }

    /// <summary>The form that comes of it.</summary>
    public FormValues Choose(Func<string, Choice> choice)
    {
        var result = _merged.Clone();
        foreach (var disputed in _disputed)
        {
            var chosen = choice(disputed.Name);
            if (chosen == Choice.Theirs)
                Take(result, disputed.Name);
            else if (chosen == Choice.Both && _texts.TryGetValue(disputed.Name, out var text))
                result.Set(text, $"{_mine.Get(text)}\n\n{_theirs.Get(text)}");
            else if (chosen == Choice.Both && IsList(disputed.Name))
                TakeBoth(result, disputed.Name);
        }

        return result;
    }

    private void Compare(Editor editor, string label, string theirs)
    {
        // Nobody can choose what nobody can change.
        if (editor.ReadOnlyReason is not null)
            return;
        var bag = editor as BagSelection;
        var name = bag is null ? editor.Name : $"{editor.Name}.{FormLists.Items}";
        var (iChanged, theyChanged) = (!_basis.IsSameBelow(_mine, name), !_basis.IsSameBelow(_theirs, name));
        if (bag is not null)
            (iChanged, theyChanged) = (iChanged || ChangedRowThatIsGone(_mine, _theirs, editor.Name), theyChanged || ChangedRowThatIsGone(_theirs, _mine, editor.Name));
        if (!theyChanged || _mine.IsSameBelow(_theirs, name))
            return;
        if (!iChanged)
        {
            Take(_merged, name);
            return;
        }

        if (editor is MarkupText markup)
            _texts[name] = $"{name}.{markup.Property}";
        else if (editor is TextLine { View: "Area" } area)
            _texts[name] = $"{name}.{area.Property}";
        _disputed.Add(new(name, label, editor.Shown, theirs, bag is not null || _texts.ContainsKey(name)));
    }

    /// <summary>Whether somebody changed something in a row that is not in the other's list.</summary>
    private bool ChangedRowThatIsGone(FormValues changed, FormValues other, string bag)
    {
        var list = $"{bag}.{FormLists.Items}";
        return changed.All(list).Except(other.All(list), StringComparer.Ordinal).Any(key => !_basis.IsSameBelow(changed, $"{bag}.{key}"));
    }

    /// <summary>Takes the other's value; a list brings the rows that I do not have.</summary>
    private void Take(FormValues into, string name)
    {
        into.Take(_theirs, name);
        if (IsList(name))
            TakeRows(into, name);
    }

    private void TakeBoth(FormValues into, string list)
    {
        into.Set(list, _mine.All(list).Union(_theirs.All(list), StringComparer.Ordinal).Prepend(""));
        TakeRows(into, list);
    }

    private void TakeRows(FormValues into, string list)
    {
        var bag = list[..^(FormLists.Items.Length + 1)];
        foreach (var key in _theirs.All(list).Except(_mine.All(list), StringComparer.Ordinal))
            into.Take(_theirs, $"{bag}.{key}");
    }

    private static bool IsList(string name) => name.EndsWith('.' + FormLists.Items, StringComparison.Ordinal);

    /// <summary>The editors with a value of their own, each with the row that it is in. A bag stands for its order and for which rows there are; rows that one side alone has come and go with it.</summary>
    private IEnumerable<(Editor Editor, string Label)> Leaves(Editor editor, string before)
    {
        yield return (editor, before + editor.Label);
        if (editor is not BagSelection bag)
            yield break;
        var theirs = _theirs.All($"{bag.Name}.{FormLists.Items}");
        foreach (var (i, row) in bag.Rows.Index().Where(row => theirs.Contains(row.Item.Key)))
        {
            foreach (var leaf in row.Sections.SelectMany(section => section.Editors).SelectMany(inner => Leaves(inner, $"{before}{bag.Label} {i + 1} · ")))
                yield return leaf;
        }
    }
}
