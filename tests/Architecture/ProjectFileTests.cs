namespace Architecture;

/// <summary>What the project files allow, whether or not a type makes use of it yet.</summary>
public sealed class ProjectFileTests
{
    public static TheoryData<string> Projects => [.. House.Projects];

    [Fact]
    public void Every_project_has_its_place_in_the_house() =>
        Assert.Equal(House.Projects.Order(), Directory.GetDirectories(Path.Combine(House.Root, "src")).Select(folder => Path.GetFileName(folder)!).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_projects_below_it(string project)
    {
        var forbidden = House.ProjectFile(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Where(other => !House.MayUse(project, other));

        Assert.Empty(forbidden);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_no_library_that_belongs_to_another(string project)
    {
        var forbidden = House.ProjectFile(project).Descendants("PackageReference")
            .Select(reference => reference.Attribute("Include")!.Value)
            .Where(package => House.BelongsToAnother(package, project));

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Every_test_project_belongs_to_a_project_of_the_house()
    {
        var tests = Directory.GetDirectories(Path.Combine(House.Root, "tests")).Select(folder => Path.GetFileName(folder)!).Except(["Architecture", "EndToEnd", "Support"]);

        Assert.Equal(House.Projects.Select(project => project + ".Tests").Order(), tests.Order());
    }
}
