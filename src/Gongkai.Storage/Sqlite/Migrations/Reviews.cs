using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Sqlite.Migrations;

/// <summary>The steps of reviews, where items stand, and who acts for whom.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261126020000_Reviews")]
internal sealed class Reviews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ReviewSteps",
            columns: table => new
            {
                ContentItemId = table.Column<string>(nullable: false),
                Number = table.Column<int>(nullable: false),
                VersionId = table.Column<string>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                Graph = table.Column<string>(nullable: false),
                FromStage = table.Column<string>(nullable: false),
                ToStage = table.Column<string>(nullable: false),
                UserName = table.Column<string>(nullable: false),
                DisplayName = table.Column<string>(nullable: false),
                InsteadOf = table.Column<string>(nullable: true),
                AtUtc = table.Column<DateTime>(nullable: false),
                Remark = table.Column<string>(nullable: false),
                DueOn = table.Column<DateOnly>(nullable: true),
                Details = table.Column<string>(nullable: true)
            },
            constraints: table => table.PrimaryKey("PK_ReviewSteps", x => new { x.ContentItemId, x.Number }));

        migrationBuilder.CreateTable(
            name: "ReviewStates",
            columns: table => new
            {
                ContentItemId = table.Column<string>(nullable: false),
                ContentType = table.Column<string>(nullable: false),
                VersionId = table.Column<string>(nullable: false),
                Graph = table.Column<string>(nullable: false),
                Stage = table.Column<string>(nullable: false),
                SinceUtc = table.Column<DateTime>(nullable: false),
                DueOn = table.Column<DateOnly>(nullable: true),
                Submitter = table.Column<string>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_ReviewStates", x => x.ContentItemId));

        migrationBuilder.CreateTable(
            name: "Deputies",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                Absent = table.Column<string>(nullable: false),
                StandIn = table.Column<string>(nullable: false),
                FromDay = table.Column<DateOnly>(nullable: false),
                UntilDay = table.Column<DateOnly>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Deputies", x => x.Id));

        migrationBuilder.CreateIndex(
            name: "IX_ReviewStates_SinceUtc",
            table: "ReviewStates",
            column: "SinceUtc");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "Deputies");
        migrationBuilder.DropTable(name: "ReviewStates");
        migrationBuilder.DropTable(name: "ReviewSteps");
    }
}
